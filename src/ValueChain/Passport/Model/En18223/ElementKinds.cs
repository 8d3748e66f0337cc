namespace Voltloop.Passport.Model.En18223;

/// <summary>Names of the element tree of EN 18223 as the open implementations agree on them.</summary>
internal static class ElementKinds
{
    public const string Collection = "DataElementCollection";
    public const string Single = "SingleValuedDataElement";
    public const string Multi = "MultiValuedDataElement";
    public const string Language = "MultiLanguageDataElement";
    public const string Resource = "RelatedResource";

    /// <summary>Members of a related resource; only the first two are required.</summary>
    public static readonly string[] ResourceMembers = ["contentType", "url", "resourceTitle", "language"];
}
