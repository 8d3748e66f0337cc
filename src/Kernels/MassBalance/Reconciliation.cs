using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.MassBalance;

/// <summary>
/// Measured flows, corrected as little as possible (weighted least squares) so that every node balances, and the tests that say
/// whether and where they cannot. Linear, all streams measured, independent errors (Kuehn and Davidson 1961; Narasimhan and
/// Jordache, Data Reconciliation and Gross Error Detection, 2000).
/// </summary>
public sealed class Reconciliation
{
    private const double NotToBeTold = 1e-9;

    private readonly FlowNetwork _network;
    private readonly double[] _variance;
    private readonly double[,] _weight;
    private readonly double[] _net;
    private readonly double[] _pull;
    private readonly double[] _scale;

    private Reconciliation(FlowNetwork network, double[] variance, double[] net, double[,] weight)
    {
        (_network, _variance, _net, _weight) = (network, variance, net, weight);
        _pull = Times(weight, net);
        _scale = [.. Enumerable.Range(0, network.Nodes).Select(i => weight[i, i])];
    }

    /// <summary>Reconciles.</summary>
    /// <param name="network">Nodes and streams.</param>
    /// <param name="measured">Flows, one per stream.</param>
    /// <param name="uncertainty">Standard uncertainties, one per stream, same unit; 0 for a flow that is known.</param>
    /// <exception cref="ArgumentException">A node, or a group of nodes, has no uncertain stream to the outside.</exception>
    public static Reconciliation Of(FlowNetwork network, ReadOnlySpan<double> measured, ReadOnlySpan<double> uncertainty)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(measured.Length, network.Streams);
        ArgumentOutOfRangeException.ThrowIfNotEqual(uncertainty.Length, network.Streams);
        var variance = new double[network.Streams];
        for (var j = 0; j < variance.Length; j++) variance[j] = uncertainty[j] * uncertainty[j];
        var net = new double[network.Nodes];
        network.Net(measured, net);
        return new Reconciliation(network, variance, net, Symmetric.Inverse(Covariance(network, variance))) { Measured = measured.ToArray() };
    }

    /// <summary>Flows as measured.</summary>
    public required double[] Measured { get; init; }

    /// <summary>Flows that balance, one per stream.</summary>
    public double[] Reconciled => [.. Measured.Select((flow, j) => flow - _variance[j] * _network.Across(j, _pull))];

    /// <summary>Standard uncertainties of the reconciled flows.</summary>
    public double[] ReconciledUncertainty => [.. _variance.Select((v, j) => Math.Sqrt(Math.Max(0, v - v * v * Information(j))))];

    /// <summary>Square sum of the corrections in standard uncertainties: chi-square with as many degrees of freedom as nodes when nothing is wrong.</summary>
    public double Statistic => Enumerable.Range(0, _network.Nodes).Sum(i => _net[i] * _pull[i]);

    /// <summary>Probability of so large a <see cref="Statistic"/> when nothing is wrong (global test).</summary>
    public double GlobalProbability => ChiSquare.Upper(Statistic, _network.Nodes);

    /// <summary>What enters a node less what leaves it, in its standard uncertainties (nodal test): the site looked at alone.</summary>
    public double NodalTest(int node)
    {
        var variance = 0.0;
        for (var j = 0; j < _network.Streams; j++) variance += _network.From(j) == node || _network.To(j) == node ? _variance[j] : 0;
        return _net[node] / Math.Sqrt(variance);
    }

    /// <summary>What is missing in the books of a node, if the error is there and nowhere else (generalised likelihood ratio, Narasimhan and Mah 1987).</summary>
    public GrossError AtNode(int node) => Estimate(GrossErrorKind.Node, node, (-_pull[node], _weight[node, node], (Scaling ?? _scale)[node]));

    /// <summary>Error of a measurement, if it is there and nowhere else. Its <see cref="GrossError.Z"/> is the measurement test (Mah and Tamhane 1982).</summary>
    public GrossError AtStream(int stream) => Estimate(GrossErrorKind.Stream, stream, (_network.Across(stream, _pull), Information(stream), Scale(stream)));

    /// <summary>Everything that can be wrong, each as if it were the only one; what no test can see is left out.</summary>
    public IEnumerable<GrossError> All() =>
        Enumerable.Range(0, _network.Nodes).Select(AtNode).Concat(Enumerable.Range(0, _network.Streams).Select(AtStream)).Where(error => double.IsFinite(error.Z));

    /// <summary>What could be seen before and no longer can.</summary>
    internal IEnumerable<GrossError> HiddenIn(Reconciliation before) => before.All().Where(error =>
        !double.IsFinite((error.Kind == GrossErrorKind.Node ? AtNode(error.Index) : AtStream(error.Index)).Z));

    /// <summary>The same with an error of unknown size conceded at one place: everything else is tested as if that place were not measured.</summary>
    internal Reconciliation Conceding(GrossError error)
    {
        var n = _network.Nodes;
        var across = new double[n];
        foreach (var (node, sign) in Effect(error)) for (var i = 0; i < n; i++) across[i] += sign * _weight[i, node];
        var total = Effect(error).Sum(part => part.Sign * across[part.Node]);
        var weight = new double[n, n];
        for (var i = 0; i < n; i++) for (var k = 0; k < n; k++) weight[i, k] = _weight[i, k] - across[i] * across[k] / total;
        return new Reconciliation(_network, _variance, _net, weight) { Measured = Measured, Scaling = Scaling ?? _scale };
    }

    /// <summary>Diagonal before anything was conceded: against it is seen what can no longer be told apart.</summary>
    private double[]? Scaling { get; init; }

    // How an error of size one changes what enters each node less what leaves it.
    private IEnumerable<(int Node, double Sign)> Effect(GrossError error)
    {
        if (error.Kind == GrossErrorKind.Node) return [(error.Index, -1)];
        return new[] { (_network.To(error.Index), 1.0), (_network.From(error.Index), -1.0) }.Where(part => part.Item1 >= 0);
    }

    private static GrossError Estimate(GrossErrorKind kind, int index, (double Pull, double Information, double Scale) at) =>
        at.Information > NotToBeTold * at.Scale
            ? new GrossError(kind, index, at.Pull / at.Information, 1 / Math.Sqrt(at.Information))
            : new GrossError(kind, index, double.NaN, double.PositiveInfinity);

    private double Information(int stream)
    {
        var (to, from) = (_network.To(stream), _network.From(stream));
        var sum = (to >= 0 ? _weight[to, to] : 0) + (from >= 0 ? _weight[from, from] : 0);
        return to >= 0 && from >= 0 ? sum - 2 * _weight[to, from] : sum;
    }

    private double Scale(int stream)
    {
        var scale = Scaling ?? _scale;
        return Math.Max(_network.To(stream) is >= 0 and var to ? scale[to] : 0, _network.From(stream) is >= 0 and var from ? scale[from] : 0);
    }

    private static double[,] Covariance(FlowNetwork network, double[] variance)
    {
        var h = new double[network.Nodes, network.Nodes];
        for (var j = 0; j < variance.Length; j++)
        {
            var (to, from) = (network.To(j), network.From(j));
            if (to >= 0) h[to, to] += variance[j];
            if (from >= 0) h[from, from] += variance[j];
            if (to < 0 || from < 0) continue;
            h[to, from] -= variance[j];
            h[from, to] -= variance[j];
        }

        return h;
    }

    private static double[] Times(double[,] matrix, double[] vector)
    {
        var result = new double[vector.Length];
        for (var i = 0; i < result.Length; i++) for (var k = 0; k < vector.Length; k++) result[i] += matrix[i, k] * vector[k];
        return result;
    }
}
