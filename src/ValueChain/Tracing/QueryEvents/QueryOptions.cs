namespace Voltloop.Tracing.QueryEvents;

/// <summary>Settings of queries. Section <c>Tracing</c>.</summary>
internal sealed class QueryOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tracing";

    /// <summary>GS1 company prefixes whose identifiers can be written as EPC URNs.</summary>
    public IReadOnlyList<string> CompanyPrefixes { get; set; } = [];
}
