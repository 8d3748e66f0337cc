using System.Buffers;

namespace Voltloop.Core.Identities;

/// <summary>The character sets of GS1 (General Specifications 7.11): 82 for serials and lots, 39 for part numbers.</summary>
internal static class Gs1Characters
{
    /// <summary>Character set 82 in the order that the check pair numbers it.</summary>
    public const string Set82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> In82 = SearchValues.Create(Set82);
    private static readonly SearchValues<char> In39 = SearchValues.Create("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> InBase64Url =
        SearchValues.Create("-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether all characters are 0 to 9; true for an empty text.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>First character outside the set of a type letter (n, x, y or z), or null when all belong to it.</summary>
    public static char? FirstOutside(char type, ReadOnlySpan<char> text)
    {
        var at = type switch
        {
            'n' => text.IndexOfAnyExceptInRange('0', '9'),
            'x' => text.IndexOfAnyExcept(In82),
            'y' => text.IndexOfAnyExcept(In39),
            _ => text.IndexOfAnyExcept(InBase64Url),
        };
        return at < 0 ? null : text[at];
    }

    /// <summary>The set in words, for a reason.</summary>
    public static string NameOf(char type) => type switch
    {
        'n' => "a digit",
        'x' => "in GS1 character set 82",
        'y' => "in GS1 character set 39",
        _ => "in the base64url alphabet",
    };
}
