using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Circuit;

/// <summary>The residuals of one identification. Parameters: logarithms of 4 resistances per node, of both time constants, 3 activation temperatures, corrections.</summary>
internal sealed class CircuitFitProblem
{
    // Residuals in V; a change of a resistance by a factor of e from node to node costs as much as one sample with 50 mV.
    private const double Smoothness = 0.05;

    // The ohmic resistance hardly depends on charge.
    private const double OhmicSmoothness = 1;
    private const double CorrectionSmoothness = 2;

    // Voltage residuals of 15 mV stay alike over about fifty used samples: one prior counts as much as that many.
    private const double PriorWeight = 0.015 * 7;
    private readonly OcvCurve _ocv;
    private readonly double _capacity;
    private readonly IdentificationSettings _settings;
    private readonly List<FitSample> _samples = [];
    private readonly List<(CircuitRun Run, int From)> _runs = [];
    private readonly int _nodes;
    private readonly int _flat;
    private (double Fast, double Slow) _lagged;

    public CircuitFitProblem(OcvCurve ocv, double capacity, IReadOnlyList<CircuitRun> runs, IdentificationSettings settings)
    {
        (_ocv, _capacity, _settings, _nodes) = (ocv, capacity, settings, settings.Nodes.Length);
        _flat = 4 * _nodes;
        foreach (var run in runs)
        {
            _runs.Add((run, _samples.Count));
            Take(run);
        }
    }

    /// <summary>Samples used.</summary>
    public int Used => _samples.Count;

    /// <summary>Parameters.</summary>
    public int Parameters => _flat + 5 + _settings.CorrectionPoints;

    /// <summary>Residuals: one per sample, and the priors.</summary>
    public int Residuals0 => Used + 4 * (_nodes - 1) + 3 + _settings.CorrectionPoints + _settings.CorrectionPoints - 1;

    public double[] Start() =>
    [
        .. Enumerable.Repeat(Math.Log(0.02), _nodes), .. Enumerable.Repeat(Math.Log(0.01), _nodes),
        .. Enumerable.Repeat(Math.Log(0.015), _nodes), .. Enumerable.Repeat(Math.Log(0.02), _nodes),
        Math.Log(_settings.FastStart), Math.Log(_settings.SlowStart), _settings.Prior.Ohmic, _settings.Prior.ChargeTransfer, _settings.Prior.Diffusion,
        .. new double[_settings.CorrectionPoints],
    ];

    public FitBounds Bounds() => new(
        [.. Enumerable.Repeat(Math.Log(1e-4), _flat), Math.Log(3), Math.Log(60), 0, 0, 0, .. Enumerable.Repeat(-_settings.LargestCorrection, _settings.CorrectionPoints)],
        [.. Enumerable.Repeat(Math.Log(0.5), _flat), Math.Log(60), Math.Log(3000), 9000, 9000, 9000, .. Enumerable.Repeat(_settings.LargestCorrection, _settings.CorrectionPoints)]);

    /// <summary>Standard deviation of the current over the used samples, A.</summary>
    public double Excitation()
    {
        var mean = _samples.Count == 0 ? 0 : _samples.Average(sample => sample.Ampere);
        return _samples.Count == 0 ? 0 : Math.Sqrt(_samples.Average(sample => (sample.Ampere - mean) * (sample.Ampere - mean)));
    }

    public void Residuals(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        Lag(Math.Exp(parameters[_flat]), Math.Exp(parameters[_flat + 1]));
        Span<double> ohm = stackalloc double[_flat];
        for (var i = 0; i < ohm.Length; i++)
        {
            ohm[i] = Math.Exp(parameters[i]);
        }

        var activation = parameters.Slice(_flat + 2, 3);
        var correction = parameters[(_flat + 5)..];
        for (var i = 0; i < _samples.Count; i++)
        {
            residuals[i] = _samples[i].Weight * (Model(_samples[i], ohm, activation) + Correction(correction, _samples[i].Charge) - _samples[i].Volt);
        }

        Priors(parameters, residuals[_samples.Count..]);
    }

    public CellCircuit Circuit(double[] parameters)
    {
        var ohm = parameters[.._flat].Select(Math.Exp).ToArray();
        var resistances = new CircuitResistances(_settings.Nodes, ohm[.._nodes], ohm[_nodes..(2 * _nodes)], ohm[(2 * _nodes)..(3 * _nodes)], ohm[(3 * _nodes)..]);
        var correction = parameters[(_flat + 5)..];
        var at = _flat;
        return new CellCircuit(
            _ocv.Shift(charge => Correction(correction, charge)), _capacity, resistances,
            Math.Exp(parameters[at]), Math.Exp(parameters[at + 1]), new Activation(parameters[at + 2], parameters[at + 3], parameters[at + 4]));
    }

    public double RmsOf(double[] parameters)
    {
        var residuals = new double[Residuals0];
        Residuals(parameters, residuals);
        return Math.Sqrt(residuals.Take(Used).Sum(residual => residual * residual) / Used);
    }

    /// <summary>Relative standard deviation of the ohmic resistance, mean over the nodes away from the ends.</summary>
    public double OhmicSpread(FitResult fit) => Math.Sqrt(fit.Variance.AsSpan(1, _nodes - 2).ToArray().Average());

    private void Take(CircuitRun run)
    {
        for (var i = 0; i < run.Count; i += _settings.Stride)
        {
            var usable = run.Charge[i] > _settings.LeastCharge && double.IsFinite(run.Volt[i] + run.Ampere[i] + run.Celsius[i]);
            if (usable)
            {
                var (place, share) = CircuitResistances.Locate(_settings.Nodes, run.Charge[i]);
                _samples.Add(new FitSample(i, place, share, run.Charge[i], _ocv.At(run.Charge[i]), run.Ampere[i], run.Volt[i], run.Celsius[i])
                {
                    Weight = 1 / Math.Max(1, _ocv.Slope(run.Charge[i])),
                });
            }
        }
    }

    private void Lag(double fast, double slow)
    {
        var (newFast, newSlow) = (fast != _lagged.Fast, slow != _lagged.Slow);
        for (var r = 0; r < _runs.Count && (newFast || newSlow); r++)
        {
            var (run, from) = _runs[r];
            var end = r + 1 < _runs.Count ? _runs[r + 1].From : _samples.Count;
            Fill(from, end, newFast ? run.Lag(fast) : null, newSlow ? run.Lag(slow) : null);
        }

        _lagged = (fast, slow);
    }

    private void Fill(int from, int end, double[]? fast, double[]? slow)
    {
        for (var i = from; i < end; i++)
        {
            var sample = _samples[i];
            sample.Fast = fast is null ? sample.Fast : fast[sample.Index];
            sample.Slow = slow is null ? sample.Slow : slow[sample.Index];
        }
    }

    private double Model(FitSample sample, ReadOnlySpan<double> ohm, ReadOnlySpan<double> activation)
    {
        var (cold, at, share) = (sample.Coldness, sample.Place, sample.Share);
        var ohmic = ohm[at] + share * (ohm[at + 1] - ohm[at]);
        at += _nodes;
        var kinetic = ohm[at] + share * (ohm[at + 1] - ohm[at]);
        at += _nodes;
        var fast = ohm[at] + share * (ohm[at + 1] - ohm[at]);
        at += _nodes;
        var slow = ohm[at] + share * (ohm[at + 1] - ohm[at]);
        return sample.Ocv + ohmic * Math.Exp(activation[0] * cold) * sample.Ampere
            + CellCircuit.Kinetic(kinetic * Math.Exp(activation[1] * cold) * sample.Ampere, sample.TwiceThermal)
            + Math.Exp(activation[2] * cold) * (fast * sample.Fast + slow * sample.Slow);
    }

    private void Priors(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        var at = 0;
        for (var kind = 0; kind < 4; kind++)
        {
            for (var node = 1; node < _nodes; node++)
            {
                residuals[at++] = (kind == 0 ? OhmicSmoothness : Smoothness) * (parameters[kind * _nodes + node] - parameters[kind * _nodes + node - 1]);
            }
        }

        var (prior, spread) = (_settings.Prior, _settings.PriorSpread);
        var b = parameters.Slice(_flat + 2, 3);
        residuals[at++] = PriorWeight * (b[0] - prior.Ohmic) / spread.Ohmic;
        residuals[at++] = PriorWeight * (b[1] - prior.ChargeTransfer) / spread.ChargeTransfer;
        residuals[at++] = PriorWeight * (b[2] - prior.Diffusion) / spread.Diffusion;
        var correction = parameters[(_flat + 5)..];
        for (var i = 0; i < correction.Length; i++)
        {
            residuals[at++] = PriorWeight / _settings.CorrectionSpread * correction[i];
        }

        for (var i = 1; i < correction.Length; i++)
        {
            residuals[at++] = CorrectionSmoothness * (correction[i] - correction[i - 1]);
        }
    }

    private static double Correction(ReadOnlySpan<double> points, double charge)
    {
        var x = Math.Clamp(charge, 0, 1) * (points.Length - 1);
        var place = Math.Min((int)x, points.Length - 2);
        return points[place] + (x - place) * (points[place + 1] - points[place]);
    }
}
