namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Direction of the words of one column, row after row: the same word is looked at once.</summary>
internal sealed class StepDirection
{
    private string? _word;
    private int _direction;

    /// <summary>+1 for charging, −1 for discharging, 0 for rest and everything else.</summary>
    public int Of(string word)
    {
        if (!ReferenceEquals(word, _word)) (_word, _direction) = (word, StepWords.Direction(word));
        return _direction;
    }
}
