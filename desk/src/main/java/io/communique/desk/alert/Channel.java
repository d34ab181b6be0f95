package io.communique.desk.alert;

/** A way to tell somebody. */
interface Channel {
    /**
     * Tells an alert of what is due, and writes down how far it came.
     *
     * @param last the store's last sequence number
     * @return how far it came; one that failed is tried again later
     */
    Progress tell(AlertBook.Entry entry, long last);
}
