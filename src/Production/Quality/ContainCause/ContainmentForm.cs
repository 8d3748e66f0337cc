using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.Web;

namespace Voltloop.Quality.ContainCause;

/// <summary>The form that writes causes of the record back.</summary>
internal static class ContainmentForm
{
    /// <summary>Where causes of the record are written back.</summary>
    public const string Address = "/quality/cause/keep";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, KeepAsync).ExcludeFromDescription();

    private static async Task<RedirectHttpResult> KeepAsync([FromForm] CauseFields fields, CauseFinder finder, ContainmentDesk desk, CancellationToken cancellation)
    {
        await desk.KeepAsync(await finder.OfRecordAsync(fields.Request(), cancellation), cancellation);
        return TypedResults.LocalRedirect("/quality/containment");
    }
}
