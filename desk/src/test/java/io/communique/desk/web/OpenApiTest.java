package io.communique.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.desk.OpenDesk;
import io.communique.desk.query.Asked;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API's description is read by a parser that others wrote, and says what the API does. */
class OpenApiTest {
    @TempDir
    private Path directory;

    @Test
    void itIsOpenApiWithoutAComplaintAndEveryAddressInItAnswers() throws Exception {
        try (OpenDesk desk = new OpenDesk(directory)) {
            ParseOptions strict = new ParseOptions();
            strict.setResolve(true);
            SwaggerParseResult read = new OpenAPIV3Parser()
                    .readContents(desk.get("/api/v1/openapi.json").body(), List.of(), strict);

            assertThat(read.getMessages()).isEmpty();
            OpenAPI api = read.getOpenAPI();
            assertThat(api.getSpecVersion()).isEqualTo(SpecVersion.V31);
            assertThat(api.getPaths()).isNotEmpty();
            assertThat(api.getComponents().getParameters().values())
                    .extracting(Parameter::getName)
                    .containsAll(Asked.NAMES);
            for (String path : api.getPaths().keySet()) {
                if (path.endsWith("/live")) {
                    continue; // A stream, which does not end; the tests of the API listen to it.
                }
                Operation get = api.getPaths().get(path).getGet();
                String address = path.replace("{id}", "nothing:1");
                int status = desk.get(address).statusCode();
                assertThat(get.getResponses().keySet()).as(address).contains(String.valueOf(status));
            }
        }
    }
}
