using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary><c>GET /api/v1/passports/template.csv</c>.</summary>
internal static class TemplateEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/passports/template.csv", (SheetTemplate template, string? category) => Write(template, category ?? "ev")).WithName("GetSpreadsheetTemplate")
            .WithSummary("An empty spreadsheet with a column for each item that a category may be asked for.")
            .WithDescription("category is ev, lmt, industrial or industrialStationary.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static FileContentHttpResult Write(SheetTemplate template, string category) =>
        TypedResults.File(Encoding.UTF8.GetBytes(template.Write(category)), "text/csv; charset=utf-8", $"voltloop-{category}.csv");
}
