using Voltloop.Health.ReadCyclers.Repairs;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>
/// Finds files whose current is positive while discharging. Witnesses in this order: words in a step type column, growing
/// charge and discharge counters, the direction of the voltage under steady current.
/// </summary>
internal sealed class SignCheck(TableData data)
{
    private const int FewestVotes = 10;
    private const double SteadyFraction = 0.05;
    private const double VoltageMajority = 0.9;

    private readonly double[] _current = data.Find(BdfColumns.Current)!;
    private int _agree;
    private int _disagree;
    private int _firstLine;

    /// <summary>What the best witness says; <c>null</c> when no witness has seen enough rows.</summary>
    public SignVerdict? Ask() => Ask(VoteByWords) ? Verdict("the step type", 0.5)
        : Ask(VoteByCounters) ? Verdict("the charge and discharge counters", 0.5)
        : Ask(VoteByVoltage) ? Verdict("the direction of the voltage", VoltageMajority) : null;

    /// <summary>Reports a reversed sign with the first line that shows it.</summary>
    public void Report(FindingLog log)
    {
        if (Ask() is { IsReversed: true } verdict)
        {
            log.Error("current-sign-reversed", $"Current is positive while {verdict.Witness} shows a discharge ({verdict.Disagree} of {verdict.Agree + verdict.Disagree} rows). In BDF + is charge: turn the sign around.", verdict.FirstLine);
        }
    }

    private SignVerdict Verdict(string witness, double majority) => new(witness, _agree, _disagree, _firstLine)
    {
        IsReversed = _disagree > majority * (_agree + _disagree),
        IsCertain = majority < VoltageMajority,
    };

    private bool Ask(Action vote)
    {
        (_agree, _disagree, _firstLine) = (0, 0, 0);
        vote();
        return _agree + _disagree >= FewestVotes;
    }

    private void Vote(int row, bool charging)
    {
        if (_current[row] == 0)
        {
            return;
        }

        if (_current[row] > 0 == charging)
        {
            _agree++;
            return;
        }

        _disagree++;
        _firstLine = _firstLine == 0 ? data.Lines[row] : _firstLine;
    }

    private void VoteByWords()
    {
        var step = new StepDirection();
        for (var row = 0; data.Texts.Count > 0 && row < data.Rows; row++)
        {
            var direction = step.Of(data.Texts[0][row]);
            if (direction != 0)
            {
                Vote(row, direction > 0);
            }
        }
    }

    private void VoteByCounters()
    {
        foreach (var scope in new[] { "", "cycle_", "step_", "schedule_" })
        {
            VoteByCounter(data.Find(scope + "charging_capacity_ah"), charging: true);
            VoteByCounter(data.Find(scope + "discharging_capacity_ah"), charging: false);
        }
    }

    private void VoteByCounter(double[]? counter, bool charging)
    {
        for (var row = 1; counter is not null && row < counter.Length; row++)
        {
            if (counter[row] > counter[row - 1] && _current[row] * _current[row - 1] > 0)
            {
                Vote(row, charging);
            }
        }
    }

    private void VoteByVoltage()
    {
        var voltage = data.Find(BdfColumns.Voltage)!;
        for (var row = 1; row < data.Rows; row++)
        {
            var steady = Math.Abs(_current[row] - _current[row - 1]) <= SteadyFraction * Math.Abs(_current[row]);
            if (steady && voltage[row] != voltage[row - 1])
            {
                Vote(row, voltage[row] > voltage[row - 1]);
            }
        }
    }
}
