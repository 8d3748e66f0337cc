namespace Voltloop.Tracing.Model.Query;

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Name.</param>
/// <param name="Values">Values, of which one must fit.</param>
internal sealed record QueryParameter(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Most values of one parameter.</summary>
    public const int MaxValues = 1000;

    /// <summary>The first value.</summary>
    public string Value => Values[0];
}
