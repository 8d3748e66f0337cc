using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Where the values of a wanted field go.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">Room for numbers; empty for words.</param>
/// <param name="Texts">Room for words; empty for numbers.</param>
internal sealed record RowTarget(RowField Field, double[] Values, string[] Texts)
{
    private const int LongestWord = 40;
    private readonly byte[] _word = new byte[LongestWord];
    private int _length = -1;
    private string _text = "";

    /// <summary>Place in the row.</summary>
    public int Place { get; } = Field.Column.Index;

    /// <summary>How it is written.</summary>
    public FieldKind Kind { get; } = Field.Kind;

    /// <summary>From the unit of the file.</summary>
    public UnitConversion Conversion { get; } = Field.Column.Conversion;

    /// <summary>True when a conversion is needed.</summary>
    public bool Converts { get; } = !Field.Column.Conversion.IsNone;

    /// <summary>The word of the row before, when this one is the same: kinds of step seldom change.</summary>
    public string? Same(ReadOnlySpan<byte> word) => word.Length == _length && word.SequenceEqual(_word.AsSpan(0, _length)) ? _text : null;

    /// <summary>Remembers a word for the next row.</summary>
    public string Remember(ReadOnlySpan<byte> word, string text)
    {
        _length = word.Length <= LongestWord ? word.Length : -1;
        if (_length > 0) word.CopyTo(_word);
        return _text = text;
    }
}
