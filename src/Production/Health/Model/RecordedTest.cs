using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Cycling;

namespace Voltloop.Health.Model;

/// <summary>Columns of a test that its steps and cycles are cut from; arrays of one length, empty where nothing was counted.</summary>
/// <param name="Second">Test time, s.</param>
/// <param name="Volt">Voltage, V.</param>
/// <param name="Ampere">Current, A, + = charge.</param>
internal sealed record RecordedTest(double[] Second, double[] Volt, double[] Ampere)
{
    /// <summary>Columns that count steps, the best first.</summary>
    public static readonly IReadOnlyList<string> StepColumns = ["step_count", "step_id"];

    /// <summary>Number of the cycle as the instrument counted it; by swings of charge when it did not count more than one.</summary>
    public double[] Cycle { get; init; } = [];

    /// <summary>Number of the step as the instrument counted it.</summary>
    public double[] Step { get; init; } = [];

    /// <summary>The test in columns under BDF names; <c>null</c> without time, voltage and current.</summary>
    public static RecordedTest? Of(Func<string, double[]?> column)
    {
        if (column(BdfColumns.TestTime) is not { } second || column(BdfColumns.Voltage) is not { } volt || column(BdfColumns.Current) is not { } ampere) return null;
        return new RecordedTest(second, volt, ampere)
        {
            Cycle = column(BdfColumns.CycleCount) is { } counted && counted.Distinct().Skip(1).Any() ? counted : SwingCycles.Number(second, ampere), Step = StepColumns.Select(column).FirstOrDefault(found => found is not null) ?? [],
        };
    }

    /// <summary>The samples as the kernels take them.</summary>
    public CyclingSamples Samples => new(Second, Volt, Ampere) { Cycle = Cycle, Step = Step };
}
