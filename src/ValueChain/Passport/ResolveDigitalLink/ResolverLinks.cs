using Voltloop.Core.Identities;
using Voltloop.Passport.Model;
using Voltloop.Passport.RenderCarrier;
using Voltloop.Passport.Web;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ResolveDigitalLink;

/// <summary>The links of a thing on this server. Only what is really there is linked.</summary>
internal sealed class ResolverLinks(LanguageCatalog languages)
{
    /// <summary>Link types that any thing has, as compact URIs.</summary>
    public static IReadOnlyList<string> Types { get; } = ["gs1:defaultLink", "gs1:pip", "gs1:dpp"];

    /// <summary>Links of a thing under a base.</summary>
    public IReadOnlyList<ResolverLink> Of(ThingId id, string root)
    {
        var page = $"{root}/p/{Uri.EscapeDataString(id.Value)}";
        var document = $"{root}/api/v1/passports/{RouteThingId.Encode(id)}";
        return
        [
            new(ResolverLink.Default, root + CarrierLink.PagePath(id), "Battery passport", "text/html"),
            .. languages.All.Select(language => new ResolverLink("pip", $"{page}?lang={language.Code}", language["title"], "text/html", language.Code)),
            .. languages.All.Select(language => new ResolverLink("dpp", $"{page}?lang={language.Code}", language["title"], "text/html", language.Code)),
            new("dpp", document, "Battery passport, public part", "application/json"),
        ];
    }
}
