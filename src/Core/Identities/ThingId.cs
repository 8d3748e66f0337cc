using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>
/// Canonical identifier of a thing: a URI by one of the schemes of EN 18219. Two spellings of the same identifier
/// parse to equal values, and reading a canonical URI again gives the same value. The default value is empty and
/// identifies nothing.
/// <list type="bullet">
/// <item>GS1 Digital Link of any domain: <c>https://id.gs1.org/01/.../21/...</c>, without data attributes.</item>
/// <item>DID: as written, the scheme in lower case; a path, query or fragment is refused.</item>
/// <item>DOI: <c>https://doi.org/10...</c> in lower case, from <c>doi:</c> or any doi.org address.</item>
/// <item>Other web addresses: https, scheme and host in lower case, no default port, dot segments resolved,
/// percent-encoding in one form. http becomes https; user names and fragments are refused. The query counts.</item>
/// </list>
/// The scheme is a reading of the URI and no part of its equality.
/// </summary>
public readonly record struct ThingId
{
    private readonly string? _value;

    internal ThingId(string value, IdScheme scheme, Granularity granularity)
    {
        _value = value;
        Scheme = scheme;
        Granularity = granularity;
    }

    /// <summary>Longest identifier accepted, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>Longest identification link, in characters (IEC 61406-1).</summary>
    public const int MaxIdentificationLinkLength = 255;

    /// <summary>Canonical URI.</summary>
    public string Value => _value ?? "";

    /// <summary>Scheme that the URI follows.</summary>
    public IdScheme Scheme { get; }

    /// <summary>Model, batch or item, derived from the identifier; item where the scheme cannot tell.</summary>
    public Granularity Granularity { get; }

    /// <summary>Reads an identifier in any accepted spelling.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static ThingId Parse(string text) => ThingIdReader.Read(text, out var reason) ?? throw Invalid(text, reason);

    /// <summary>Reads an identifier; false, with no exception, when it is not one.</summary>
    public static bool TryParse(string? text, out ThingId id)
    {
        var read = ThingIdReader.Read(text, out _);
        id = read.GetValueOrDefault();
        return read is not null;
    }

    /// <summary>
    /// Reads a web address that its issuer declares to be an identification link after IEC 61406-1. The address alone
    /// does not show it, so nothing is guessed: <see cref="Parse"/> reads the same address as plain HTTPS, with the same value.
    /// A GS1 Digital Link stays one.
    /// </summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static ThingId FromIdentificationLink(string text) =>
        ThingIdReader.ReadIdentificationLink(text, out var reason) ?? throw Invalid(text, reason);

    /// <summary>Identifier of a model.</summary>
    public static ThingId ForModel(Gtin gtin) => gtin.ToThingId();

    /// <summary>Identifier of the items of a model that were made together.</summary>
    public static ThingId ForBatch(Gtin gtin, string lot) => QualifiedGtin.OfLot(gtin, lot).ToThingId();

    /// <summary>Identifier of one item of a model.</summary>
    public static ThingId ForItem(Gtin gtin, string serial) => QualifiedGtin.OfSerial(gtin, serial).ToThingId();

    /// <summary>The GS1 key behind the identifier; null when it is of another scheme.</summary>
    public DigitalLink? ToDigitalLink() => Scheme is IdScheme.Gs1DigitalLink ? DigitalLink.Parse(Value) : null;

    /// <summary>The Digital Link of the thing under another domain, as a QR code carries it.</summary>
    /// <param name="baseUri">http or https address without query and fragment.</param>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/> when the identifier has no GS1 key or the base is no such address.</exception>
    public string DigitalLinkFor(string baseUri) =>
        ToDigitalLink()?.Under(baseUri) ?? throw Invalid(Value, "it has no GS1 key, so it cannot move to another domain");

    /// <summary>Whether both are the same canonical URI.</summary>
    public bool Equals(ThingId other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static ThingId Of(DigitalLink link) => new(link.Identity, IdScheme.Gs1DigitalLink, link.Granularity);

    private static ProblemException Invalid(string text, string reason) =>
        new(CommonProblems.InvalidIdentifier, $"\"{Shorten(text)}\": {reason}.");

    private static string Shorten(string? text) => text is { Length: > MaxShown } ? text[..MaxShown] + "…" : text ?? "";

    private const int MaxShown = 200;
}
