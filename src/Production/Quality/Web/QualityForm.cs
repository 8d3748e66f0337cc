using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Http;

namespace Voltloop.Quality.Web;

/// <summary>What the forms of the slices share: the bound of their size, reading a file, showing a page.</summary>
internal static class QualityForm
{
    private const long MaxForm = DelimitedTable.MaxBytes + (1024 * 1024);

    /// <summary>Bounds the size of a form.</summary>
    public static RouteHandlerBuilder Bounded(RouteHandlerBuilder route, int tables = 1) =>
        route.WithMetadata(new RequestSizeLimitAttribute(tables * MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = tables * MaxForm }).ExcludeFromDescription();

    /// <summary>A page that shows a result.</summary>
    public static RazorComponentResult Page<TPage>(string parameter, object result)
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = result });
}
