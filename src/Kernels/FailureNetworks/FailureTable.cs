namespace Voltloop.Kernels.FailureNetworks;

/// <summary>A value for each combination of some variables; bit k of the place is variable k.</summary>
/// <param name="Variables">The variables, in growing order.</param>
/// <param name="Values">2 to the power of their number.</param>
internal sealed record FailureTable(IReadOnlyList<int> Variables, double[] Values)
{
    /// <summary>Probability of a node given its causes.</summary>
    public static FailureTable Of(int node, FailureNode of)
    {
        int[] variables = [.. of.Causes.Select(cause => cause.Cause).Append(node).Distinct().Order()];
        var own = Array.IndexOf(variables, node);
        var values = new double[1 << variables.Length];
        for (var place = 0; place < values.Length; place++)
        {
            var works = 1 - of.Leak;
            foreach (var (cause, strength) in of.Causes) if ((place >> Array.IndexOf(variables, cause) & 1) == 1) works *= 1 - strength;
            values[place] = (place >> own & 1) == 1 ? 1 - works : works;
        }

        return new(variables, values);
    }

    /// <summary>The part that agrees with what is known.</summary>
    public FailureTable Given(IReadOnlyDictionary<int, bool> known)
    {
        int[] left = [.. Variables.Where(variable => !known.ContainsKey(variable))];
        if (left.Length == Variables.Count) return this;
        var values = new double[1 << left.Length];
        for (var place = 0; place < Values.Length; place++)
        {
            if (!Variables.Select((variable, k) => !known.TryGetValue(variable, out var told) || told == ((place >> k & 1) == 1)).All(agrees => agrees)) continue;
            values[Place(left, place)] = Values[place];
        }

        return new(left, values);
    }

    /// <summary>The sum over both states of a variable.</summary>
    public FailureTable Without(int variable)
    {
        int[] left = [.. Variables.Where(one => one != variable)];
        var values = new double[1 << left.Length];
        for (var place = 0; place < Values.Length; place++) values[Place(left, place)] += Values[place];
        return new(left, values);
    }

    /// <summary>The product of tables.</summary>
    public static FailureTable Product(IReadOnlyList<FailureTable> tables)
    {
        int[] all = [.. tables.SelectMany(table => table.Variables).Distinct().Order()];
        var values = new double[1 << all.Length];
        var whole = new FailureTable(all, values);
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = 1;
            foreach (var table in tables) values[place] *= table.Values[whole.Place(table.Variables, place)];
        }

        return whole;
    }

    // Where a combination of these variables stands in a table of fewer.
    private int Place(IReadOnlyList<int> fewer, int place)
    {
        var found = 0;
        for (int k = 0, j = 0; k < Variables.Count && j < fewer.Count; k++)
        {
            if (Variables[k] != fewer[j]) continue;
            found |= (place >> k & 1) << j++;
        }

        return found;
    }
}
