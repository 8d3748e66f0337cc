using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Passport.ComposeBattery;
using Voltloop.Web.Formatting;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>The forms of the panel Life.</summary>
internal static class LifecycleFormRoutes
{
    private const StringSplitOptions Lines = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").ExcludeFromDescription();
        forms.MapPost("/passports/step", StepAsync);
        forms.MapPost("/passports/compose", ComposeAsync);
    }

    private static async Task<RedirectHttpResult> StepAsync(HttpContext http, [FromForm] string id, LifecycleChanger changer)
    {
        var form = http.Request.Form;
        var request = new LifecycleRequest
        {
            To = Text(form, "to"), NewId = Text(form, "newId"), Operator = Text(form, "operator"), With = List(form, "with"),
            Part = form["part"] == "yes", Components = List(form, "components") is { Length: > 0 } named ? named : null,
        };
        var state = await changer.ChangeAsync(ThingId.Parse(id), request, http.RequestAborted);
        return Back(request.NewId is null ? state.Id : state.Successors[^1]);
    }

    private static async Task<RedirectHttpResult> ComposeAsync(HttpContext http, [FromForm] string id, Composer composer)
    {
        var form = http.Request.Form;
        await composer.ComposeAsync(ThingId.Parse(id), new ComposeRequest { Add = List(form, "add"), Remove = List(form, "remove") }, http.RequestAborted);
        return Back(id);
    }

    private static RedirectHttpResult Back(string id) => TypedResults.LocalRedirect(ThingLinks.Page(ThingId.Parse(id)) + "#lifecycle-panel");

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string[] List(IFormCollection form, string name) => form[name].ToString().Split('\n', Lines);
}
