using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.Model.En18223;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Terms of the vocabulary that EN 18223 puts into the header of a passport.</summary>
internal static class DppTerms
{
    public const string Status = "dppStatus";
    public const string SchemaVersion = "passportSchemaVersion";
    public const string Operator = "operatorIdentifier";
    public const string Facility = "facilityIdentifier";
    public const string ContentSpecifications = "contentSpecifications";
    public const string PassportId = "batteryPassportIdentifier";
    public const string Registration = "registrationIdentifier";
    public const string RegistryEntry = "registryEntry";

    /// <summary>Status of a passport that holds.</summary>
    public const string Active = "active";

    /// <summary>Status of a passport whose battery lives on under another.</summary>
    public const string Inactive = "inactive";

    /// <summary>Status of a passport that has ceased to exist.</summary>
    public const string Ceased = "ceased";

    /// <summary>Statuses that a caller may set.</summary>
    public static readonly string[] Settable = [Active, Inactive, "archived", "invalid"];

    private static readonly Dictionary<string, string> Header = new(StringComparer.Ordinal)
    {
        [Status] = "dppStatus",
        [SchemaVersion] = "dppSchemaVersion",
        [Operator] = "economicOperatorId",
        [Facility] = "facilityId",
        [ContentSpecifications] = "contentSpecificationIds",
    };

    /// <summary>Whether a term is in the header, not among the elements.</summary>
    public static bool InHeader(Term term) => Header.ContainsKey(term.Id);

    /// <summary>Normalized path (RFC 9535) of a term in the compressed representation.</summary>
    public static string PathOf(Term term) => Header.TryGetValue(term.Id, out var member) ? $"$['{member}']" : $"$['{SectionNames.Of(term.Group)}']['{term.Id}']";

    /// <summary>Type of a term in the element tree: identifiers of other batteries are links.</summary>
    public static TermType TypeOf(Term term) => LifecycleTerms.AreLinks(term.Id) ? TermType.Link : term.Type;
}
