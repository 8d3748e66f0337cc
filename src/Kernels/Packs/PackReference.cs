namespace Voltloop.Kernels.Packs;

/// <summary>
/// The median cell of a pack as a yardstick for the others: its resistance from steps of current, and from voltage and moved
/// charge how steep its open-circuit voltage is. Steepness and charge are functions of voltage, so that the drift of a coulomb
/// counter over months does not matter; where the voltage is too flat for its noise, of the charge counted around its weekly mean.
/// </summary>
public sealed class PackReference
{
    private const int Bins = 24;
    private const double LeastStep = 0.1;
    private const int FewestSteps = 5;
    private const double FlatShare = 0.003;
    private const double HalfWeek = 302_400;
    private readonly double[] _steep = new double[Bins];
    private readonly double[] _charge = new double[Bins + 1];
    private double _low;
    private double _width;

    private PackReference(PackMatrix matrix)
    {
        Median = PackMatrix.Medians(matrix.Volt, matrix.Samples);
        Deviation = PackMatrix.Deviations(matrix.Volt, Median);
        LargestAmpere = matrix.HasCurrent ? matrix.Ampere.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() : 0;
        Ohm = LargestAmpere > 0 ? Steps(matrix) : 0;
        OpenVolt = [.. Median.Select((volt, i) => volt - Ohm * Current(matrix, i))];
        HasCharge = Build(matrix, OpenVolt);
        IsFlat = HasCharge && Noise(matrix) > FlatShare * Array.ConvertAll(OpenVolt, Steep).Average() * Range;
        var axis = IsFlat ? Counted(matrix) : OpenVolt;
        if (IsFlat) HasCharge = Build(matrix, axis);
        Steepness = Array.ConvertAll(axis, Steep);
        Charge = Centred(IsFlat ? axis : Array.ConvertAll(axis, Stand));
    }

    /// <summary>Voltage of the median cell, V.</summary>
    public double[] Median { get; }

    /// <summary>Voltage of each cell less that of the median one, V.</summary>
    public double[][] Deviation { get; }

    /// <summary>Largest current, A; 0 when none was measured.</summary>
    public double LargestAmpere { get; }

    /// <summary>Resistance of the median cell, Ohm; 0 without steps of current.</summary>
    public double Ohm { get; }

    /// <summary>Voltage of the median cell without the drop over its resistance, V.</summary>
    public double[] OpenVolt { get; }

    /// <summary>True when current and voltage moved enough to say how steep the open-circuit voltage is.</summary>
    public bool HasCharge { get; }

    /// <summary>True when the voltage is too flat for its noise to tell the charge, as of iron phosphate.</summary>
    public bool IsFlat { get; }

    /// <summary>Slope of the open-circuit voltage at each sample, V/Ah; 1 where <see cref="HasCharge"/> is false.</summary>
    public double[] Steepness { get; }

    /// <summary>Charge of the median cell around its mean at each sample, Ah; 0 where <see cref="HasCharge"/> is false.</summary>
    public double[] Charge { get; }

    private double Range => _charge[^1];

    /// <summary>Learns the yardstick from a pack.</summary>
    public static PackReference Of(PackMatrix matrix) => new(matrix);

    private static double Current(PackMatrix matrix, int i) => matrix.HasCurrent && double.IsFinite(matrix.Ampere[i]) ? matrix.Ampere[i] : 0;

    private double Steps(PackMatrix matrix)
    {
        var ratios = new List<double>();
        for (var i = 1; i < matrix.Samples; i++)
        {
            var step = matrix.Ampere[i] - matrix.Ampere[i - 1];
            if (Math.Abs(step) > LeastStep * LargestAmpere && double.IsFinite(Median[i] - Median[i - 1])) ratios.Add((Median[i] - Median[i - 1]) / step);
        }

        return ratios.Count < FewestSteps ? 0 : Math.Max(0, Robust.Median.Of([.. ratios]));
    }

    // Slope in each bin of voltage: regression of changes of voltage on charge moved, between samples next to each other.
    private bool Build(PackMatrix matrix, double[] axis)
    {
        Array.Clear(_charge);
        Array.Fill(_steep, 1);
        double[] known = [.. axis.Where(double.IsFinite)];
        if (known.Length < 2 || LargestAmpere <= 0) return false;
        (_low, _width) = (known.Min(), Math.Max(1e-6, (known.Max() - known.Min()) / Bins));
        var (product, square) = (new double[Bins], new double[Bins]);
        for (var i = 1; i < matrix.Samples; i++)
        {
            var moved = (matrix.Second[i] - matrix.Second[i - 1]) / 3600 * (Current(matrix, i) + Current(matrix, i - 1)) / 2;
            var change = OpenVolt[i] - OpenVolt[i - 1];
            if (!double.IsFinite(change)) continue;
            var bin = Bin((axis[i] + axis[i - 1]) / 2);
            (product[bin], square[bin]) = (product[bin] + moved * change, square[bin] + moved * moved);
        }

        return Smooth(product, square);
    }

    private bool Smooth(double[] product, double[] square)
    {
        var (all, weight) = (product.Sum(), square.Sum());
        if (weight <= 0 || all <= 0) return false;
        var mean = all / weight;
        for (var bin = 0; bin < Bins; bin++)
        {
            var (top, bottom) = (mean * weight / Bins / 10, weight / Bins / 10);
            for (var near = Math.Max(0, bin - 1); near <= Math.Min(Bins - 1, bin + 1); near++) (top, bottom) = (top + product[near], bottom + square[near]);
            _steep[bin] = Math.Max(mean / 50, top / bottom);
            _charge[bin + 1] = _charge[bin] + _width / _steep[bin];
        }

        return true;
    }

    // Second differences at rest, whose scale is the root of six times that of the noise.
    private double Noise(PackMatrix matrix)
    {
        double[] bends = [.. Enumerable.Range(1, Math.Max(0, matrix.Samples - 2)).Where(i => Current(matrix, i - 1) == 0 && Current(matrix, i) == 0 && Current(matrix, i + 1) == 0)
            .SelectMany(i => matrix.Volt.Select(cell => cell[i + 1] - 2 * cell[i] + cell[i - 1])).Where(double.IsFinite)];
        return bends.Length == 0 ? 0 : Robust.Median.NormalConsistency * Robust.Median.AbsoluteDeviation(bends, 0) / Math.Sqrt(6);
    }

    // Charge counted, Ah, less its mean over the week around: what a counter gains by its offset in a week is small.
    private static double[] Counted(PackMatrix matrix)
    {
        var (counted, sums) = (new double[matrix.Samples], new double[matrix.Samples + 1]);
        for (var i = 0; i < counted.Length; i++)
        {
            counted[i] = i == 0 ? 0 : counted[i - 1] + (matrix.Second[i] - matrix.Second[i - 1]) / 3600 * (Current(matrix, i) + Current(matrix, i - 1)) / 2;
            sums[i + 1] = sums[i] + counted[i];
        }

        var (from, to) = (0, 0);
        return Array.ConvertAll([.. Enumerable.Range(0, counted.Length)], i =>
        {
            while (matrix.Second[from] < matrix.Second[i] - HalfWeek) from++;
            while (to < counted.Length && matrix.Second[to] <= matrix.Second[i] + HalfWeek) to++;
            return counted[i] - (sums[to] - sums[from]) / (to - from);
        });
    }

    private int Bin(double volt) => Math.Clamp((int)((volt - _low) / _width), 0, Bins - 1);

    private double Steep(double volt) => !HasCharge || !double.IsFinite(volt) ? 1 : _steep[Bin(volt)];

    private double Stand(double volt)
    {
        if (!HasCharge || !double.IsFinite(volt)) return 0;
        var bin = Bin(volt);
        return _charge[bin] + (volt - _low - bin * _width) / _steep[bin];
    }

    private static double[] Centred(double[] values)
    {
        var mean = values.Length == 0 ? 0 : values.Average();
        return Array.ConvertAll(values, value => value - mean);
    }
}
