using Voltloop.Core.Problems;

namespace Voltloop.Quality.Model;

/// <summary>Names of the methods, and what each is good at.</summary>
internal static class MonitorMethods
{
    /// <summary>All methods.</summary>
    public static IReadOnlyList<(MonitorMethod Method, string Name, string Title, string GoodAt)> All { get; } =
    [
        (MonitorMethod.T2, "t2", "Hotelling T²", "large steps, in any signal or in how signals go together"),
        (MonitorMethod.Pca, "pca", "Principal components", "large steps, also when there are many signals or some determine others"),
        (MonitorMethod.Mewma, "mewma", "Multivariate EWMA", "small lasting shifts; blind to what swings to and fro"),
        (MonitorMethod.Mcusum, "mcusum", "Multivariate CUSUM", "small lasting shifts and slow drifts"),
        (MonitorMethod.Dpca, "dpca", "Dynamic principal components", "signals that follow each other in time"),
        (MonitorMethod.Cva, "cva", "Canonical variates", "changed dynamics, such as a sticking valve"),
    ];

    /// <summary>Title of a method.</summary>
    public static string TitleOf(MonitorMethod method) => All.First(known => known.Method == method).Title;

    /// <summary>Name of a method.</summary>
    public static string NameOf(MonitorMethod method) => All.First(known => known.Method == method).Name;

    /// <summary>Reads names, separated by commas; all for an empty text or <c>all</c>.</summary>
    /// <exception cref="ProblemException">There is no such method.</exception>
    public static IReadOnlyList<MonitorMethod> Parse(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 || names.Contains("all", StringComparer.OrdinalIgnoreCase) ? [.. All.Select(known => known.Method)] : [.. names.Select(One).Distinct()];
    }

    private static MonitorMethod One(string name)
    {
        foreach (var known in All) if (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return known.Method;
        throw new ProblemException(CommonProblems.InvalidValue, $"\"{name}\" is no method.", "method", $"Methods are {string.Join(", ", All.Select(known => known.Name))} and all.");
    }
}
