namespace Voltloop.Web.Preservation;

/// <summary>That the operator ceases.</summary>
/// <param name="From">From when on; <c>null</c> for now.</param>
public sealed record CessationBody(DateTimeOffset? From);
