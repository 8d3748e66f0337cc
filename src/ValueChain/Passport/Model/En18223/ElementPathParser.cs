using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.Model.En18223;

/// <summary>Reads element paths: RFC 9535 singular queries, with the leading <c>$</c> optional.</summary>
internal sealed class ElementPathParser
{
    private readonly string _text;
    private readonly List<PathStep> _steps = [];
    private int _at;
    private bool _singular = true;

    private ElementPathParser(string text) => _text = text;

    /// <summary>The path.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/> for what is not a path, with the place.</exception>
    public static ElementPath Parse(string text)
    {
        if (text.Length > ElementPath.MaxLength)
            throw new ProblemException(CommonProblems.LimitExceeded, $"The path is longer than {ElementPath.MaxLength} characters (ElementPath.MaxLength).");
        var parser = new ElementPathParser(text.StartsWith('$') ? text : text.StartsWith('[') ? "$" + text : "$." + text);
        parser.Read();
        return new ElementPath(parser._steps, parser._singular);
    }

    private void Read()
    {
        _at = 1;
        while (_at < _text.Length)
        {
            if (Take('[')) ReadBracket();
            else if (Take('.')) ReadDot();
            else throw Bad();
        }
    }

    private void ReadDot()
    {
        if (Take('.'))
        {
            _singular = false;
            if (Take('[')) ReadBracket();
            else ReadName();
        }
        else
        {
            ReadName();
        }
    }

    private void ReadName()
    {
        if (Take('*'))
        {
            _singular = false;
            return;
        }

        var start = _at;
        while (_at < _text.Length && IsNameCharacter(_text[_at], first: _at == start)) _at++;
        if (_at == start) throw Bad();
        _steps.Add(new PathStep(_text[start.._at], 0));
    }

    private void ReadBracket()
    {
        if (Peek() is '\'' or '"') _steps.Add(new PathStep(ReadQuoted(), 0));
        else if (Peek() is '*' or '?' or ':') SkipSelectors();
        else ReadIndex();
        if (!_singular && _at > 0 && _text[_at - 1] == ']') return;
        if (Peek() is ',' or ':') SkipSelectors();
        else if (!Take(']')) throw Bad();
    }

    // Wildcards, slices, filters and unions may select several nodes: what they would select does not matter.
    private void SkipSelectors()
    {
        _singular = false;
        char? quote = null;
        for (var depth = 1; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (quote is not null) quote = c == quote ? null : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c == '[') depth++;
            else if (c == ']' && --depth == 0)
            {
                _at++;
                return;
            }
        }

        throw Bad();
    }

    private void ReadIndex()
    {
        var start = _at;
        if (Peek() == '-') _at++;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        var digits = _text[start.._at];
        var canonical = digits is "0" || digits.TrimStart('-') is [>= '1' and <= '9', ..];
        if (!canonical || !int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)) throw Bad();
        _steps.Add(new PathStep(null, index));
    }

    private string ReadQuoted()
    {
        var quote = _text[_at++];
        var name = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] < ' ') throw Bad();
            name.Append(_text[_at] == '\\' ? ReadEscape(quote) : _text[_at++]);
        }

        if (!Take(quote)) throw Bad();
        return name.ToString();
    }

    private char ReadEscape(char quote)
    {
        if (_at + 1 >= _text.Length) throw Bad();
        var c = _text[_at + 1];
        _at += 2;
        return c switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => c,
            'u' => ReadHex(),
            _ when c == quote => c,
            _ => throw Bad(),
        };
    }

    private char ReadHex()
    {
        if (_at + 4 > _text.Length || !ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) throw Bad();
        _at += 4;
        return (char)code;
    }

    private static bool IsNameCharacter(char c, bool first) =>
        char.IsAsciiLetter(c) || c == '_' || c >= 0x80 || (!first && (char.IsAsciiDigit(c) || c == '-'));

    private char? Peek() => _at < _text.Length ? _text[_at] : null;

    private bool Take(char c)
    {
        if (Peek() != c) return false;
        _at++;
        return true;
    }

    private ProblemException Bad() => new(
        CommonProblems.BadRequest, $"\"{_text}\" is not an element path: character {(_at + 1).ToString(CultureInfo.InvariantCulture)}.", "elementIdPath",
        "Write a singular JSONPath (RFC 9535), like $['identityAndProduct']['ratedCapacity'].");
}
