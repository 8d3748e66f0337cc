using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Web.Preservation;

/// <summary>The forms of the page on preservation.</summary>
public static class PreservationForms
{
    private const string Page = "/preservation";

    /// <summary>Maps the forms.</summary>
    public static void MapPreservationForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(Page).ExcludeFromDescription();
        forms.MapPost("/promote", PromoteAsync);
        forms.MapPost("/open", OpenAsync);
        forms.MapPost("/close", CloseAsync);
        forms.MapPost("/resume", ResumeAsync);
    }

    private static async Task<RedirectHttpResult> PromoteAsync([FromForm] string because, [FromForm] string? force, PreservationDesk desk, CancellationToken cancellation)
    {
        await desk.PromoteAsync(because, force is not null, cancellation);
        return TypedResults.LocalRedirect(Page);
    }

    private static async Task<RedirectHttpResult> OpenAsync([FromForm] string because, PreservationDesk desk)
    {
        await desk.OpenAsync(because);
        return TypedResults.LocalRedirect(Page);
    }

    // Takes the form so that the antiforgery check applies.
    private static async Task<RedirectHttpResult> CloseAsync(IFormCollection form, PreservationDesk desk)
    {
        await desk.CloseAsync();
        return TypedResults.LocalRedirect(Page);
    }

    private static async Task<RedirectHttpResult> ResumeAsync(IFormCollection form, PreservationDesk desk)
    {
        await desk.ResumeAsync();
        return TypedResults.LocalRedirect(Page);
    }
}
