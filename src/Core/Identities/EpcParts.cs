using System.Buffers;

namespace Voltloop.Core.Identities;

/// <summary>The parts of an EPC URI between its points.</summary>
/// <param name="Company">GS1 company prefix.</param>
/// <param name="Tail">Everything behind it.</param>
internal readonly record struct EpcParts(string Company, string Tail)
{
    /// <summary>Characters of serial numbers and lots as EPC URIs write them.</summary>
    public static readonly SearchValues<char> Allowed = SearchValues.Create("!'()*+,-.0123456789:;=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz%");

    private const int ShortestPrefix = 6;
    private const int LongestPrefix = 12;

    /// <summary>What the company counts: an item, a location, a document.</summary>
    public string Reference => Point < 0 ? Tail : Tail[..Point];

    /// <summary>What is behind the reference, or <c>null</c>.</summary>
    public string? Serial => Point < 0 ? null : Tail[(Point + 1)..];

    /// <summary>Whether the company prefix is one.</summary>
    public bool HasCompany => Company.Length is >= ShortestPrefix and <= LongestPrefix && Gs1Characters.AreDigits(Company);

    private int Point => Tail.IndexOf('.', StringComparison.Ordinal);

    /// <summary>Company and reference with their check digit, or <c>null</c> when they do not have the digits of the key.</summary>
    /// <param name="digits">Digits of both together.</param>
    /// <param name="moveFirst">The first digit of the reference goes to the front: indicator or extension digit.</param>
    /// <param name="zeroFirst">A zero goes to the front.</param>
    public string? Keyed(int digits, bool moveFirst = false, bool zeroFirst = false)
    {
        var reference = Reference;
        if (!HasCompany || Company.Length + reference.Length != digits || !Gs1Characters.AreDigits(reference)) return null;
        if (moveFirst) return reference.Length == 0 ? null : Gs1CheckDigit.Append(reference[..1] + Company + reference[1..]);
        return Gs1CheckDigit.Append((zeroFirst ? "0" : "") + Company + reference);
    }
}
