using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Tracing.AskHolders;

/// <summary>The forms of the page on chains.</summary>
internal static class ChainForms
{
    private const string Page = "/chain";
    private static readonly char[] Separators = [',', ' ', '\n', '\r'];

    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(Page).ExcludeFromDescription();
        forms.MapPost("/grants", GrantAsync);
        forms.MapPost("/grants/revoke", RevokeAsync);
        forms.MapPost("/partners", NameAsync);
        forms.MapPost("/partners/forget", ForgetAsync);
    }

    private static async Task<RedirectHttpResult> GrantAsync([FromForm] ChainGrantForm form, ChainDesk desk, CancellationToken cancellation)
    {
        await desk.GrantAsync(form.ToRequest(), cancellation);
        return TypedResults.LocalRedirect(Page + "#grants");
    }

    private static async Task<RedirectHttpResult> RevokeAsync([FromForm] string id, ChainDesk desk, CancellationToken cancellation)
    {
        await desk.RevokeAsync(id, cancellation);
        return TypedResults.LocalRedirect(Page + "#grants");
    }

    private static async Task<RedirectHttpResult> NameAsync([FromForm] string did, [FromForm] string? name, [FromForm] string? names, ChainDesk desk)
    {
        await desk.NameAsync(new ChainPartnerRequest { Did = did, Name = name, Names = (names ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries) }, CancellationToken.None);
        return TypedResults.LocalRedirect(Page + "#partners");
    }

    private static async Task<RedirectHttpResult> ForgetAsync([FromForm] string did, ChainDesk desk, CancellationToken cancellation)
    {
        await desk.ForgetAsync(did, cancellation);
        return TypedResults.LocalRedirect(Page + "#partners");
    }
}
