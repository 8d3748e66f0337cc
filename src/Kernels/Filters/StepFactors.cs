namespace Voltloop.Kernels.Filters;

/// <summary>Factors of one time step; kept while the step stays the same, since they cost four exponentials.</summary>
internal struct StepFactors(double fast, double slow, double model, double resistance)
{
    private double _seconds = -1;

    /// <summary>What stays of the fast branch current.</summary>
    public double Fast { get; private set; }

    /// <summary>What stays of the slow branch current.</summary>
    public double Slow { get; private set; }

    /// <summary>What stays of the model error.</summary>
    public double Model { get; private set; }

    /// <summary>What stays of the resistance factor.</summary>
    public double Resistance { get; private set; }

    public void For(double seconds)
    {
        if (seconds == _seconds) return;
        _seconds = seconds;
        (Fast, Slow) = (Math.Exp(-seconds / fast), Math.Exp(-seconds / slow));
        (Model, Resistance) = (Math.Exp(-seconds / model), Math.Exp(-seconds / resistance));
    }
}
