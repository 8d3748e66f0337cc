using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.StackTolerances;

/// <summary>The form of a stack of tolerances.</summary>
internal static class StackForm
{
    /// <summary>Where a stack of tolerances is sent.</summary>
    public const string Address = "/quality/stack/table";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)StackAsync)).Calculates();

    private static async Task<RazorComponentResult> StackAsync(IFormFile? file, [FromForm] StackFields fields, LiveValues live, CancellationToken cancellation)
    {
        var source = await file.FileOrNullAsync(cancellation);
        var table = source is not null ? DelimitedTable.Read(source) : DelimitedTable.Parse("lines", fields.Rows ?? "");
        var result = StackAnalysis.Of(table, fields.Request(), await live.OfAsync(table, cancellation));
        if (source is not null) fields.Rows = System.Text.Encoding.UTF8.GetString(source.Bytes.Span);
        return new RazorComponentResult(typeof(StackResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StackResultPage.Result)] = result, [nameof(StackResultPage.Typed)] = fields });
    }
}
