using Voltloop.Core.Identities;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>The link that a data carrier on a battery holds.</summary>
internal static class CarrierLink
{
    /// <summary>
    /// GS1 Digital Link under a base, so that any scanner opens the passport and GS1 software reads the key; for other
    /// identifiers the passport page. Without a base the identifier itself.
    /// </summary>
    public static Uri For(ThingId id, Uri? publicBase)
    {
        var uri = new Uri(id.Value, UriKind.Absolute);
        if (publicBase is null) return uri;
        var root = publicBase.AbsoluteUri.TrimEnd('/');
        return id.Scheme == IdScheme.Gs1DigitalLink ? new Uri(root + uri.AbsolutePath) : new Uri(root + PagePath(id));
    }

    /// <summary>Path of the public page of a passport.</summary>
    public static string PagePath(ThingId id) =>
        id.Scheme == IdScheme.Gs1DigitalLink ? new Uri(id.Value).AbsolutePath : "/p/" + Uri.EscapeDataString(id.Value);
}
