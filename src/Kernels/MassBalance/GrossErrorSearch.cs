namespace Voltloop.Kernels.MassBalance;

/// <summary>
/// Finds what is wrong in a network, one error after the other: the most significant is conceded, the rest is tested again, until
/// nothing exceeds the critical value (serial elimination with simultaneous estimation; Rosenberg, Mah and Iordache 1987).
/// </summary>
public static class GrossErrorSearch
{
    /// <summary>Most errors looked for.</summary>
    public const int MaxErrors = 10;

    // Two explanations are the same when their tests differ by no more than this.
    private const double Tie = 1e-6;

    /// <summary>The errors, most significant first, each with the size it has beside the others.</summary>
    /// <param name="reconciliation">Flows, reconciled.</param>
    /// <param name="network">Its network.</param>
    /// <param name="probability">Probability of finding anything when nothing is wrong, at most.</param>
    public static IReadOnlyList<GrossError> Find(Reconciliation reconciliation, FlowNetwork network, double probability)
    {
        var critical = FamilyWise.Sidak(probability, network.Nodes + network.Streams);
        var found = new List<GrossError>();
        var rest = reconciliation;
        while (found.Count < MaxErrors && Worst(rest) is { } worst && Math.Abs(worst.Z) > critical)
        {
            found.Add(worst);
            rest = rest.Conceding(worst);
        }

        return [.. found.Select(error => Beside(reconciliation, error, found))];
    }

    /// <summary>The explanations that no measurement in the network can tell from this one.</summary>
    public static IReadOnlyList<GrossError> Equivalent(Reconciliation reconciliation, GrossError error) =>
        [.. reconciliation.Conceding(error).HiddenIn(reconciliation).Where(other => (other.Kind, other.Index) != (error.Kind, error.Index))];

    // The node comes first when a stream to the outside explains it just as well.
    private static GrossError? Worst(Reconciliation reconciliation)
    {
        GrossError? worst = null;
        foreach (var error in reconciliation.All())
        {
            if (worst is null || Math.Abs(error.Z) > Math.Abs(worst.Value.Z) + Tie) worst = error;
        }

        return worst;
    }

    private static GrossError Beside(Reconciliation reconciliation, GrossError error, List<GrossError> all)
    {
        var others = all.Where(other => (other.Kind, other.Index) != (error.Kind, error.Index));
        var conceded = others.Aggregate(reconciliation, (rest, other) => rest.Conceding(other));
        return error.Kind == GrossErrorKind.Node ? conceded.AtNode(error.Index) : conceded.AtStream(error.Index);
    }
}
