using System.Security.Cryptography;
using System.Text;

namespace Voltloop.Health.Web;

/// <summary>Keeps the last results that people asked for on a page, by their content.</summary>
internal sealed class ResultShelf<T>
    where T : class
{
    private const int Kept = 20;
    private const int NameLength = 16;
    private readonly Lock _turn = new();
    private readonly LinkedList<(string Name, T Result)> _results = [];

    /// <summary>Keeps a result under a name that follows from what was asked.</summary>
    public string Keep(ReadOnlySpan<byte> asked, T result)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(asked))[..NameLength];
        lock (_turn)
        {
            _results.AddFirst((name, result));
            while (_results.Count > Kept) _results.RemoveLast();
        }

        return name;
    }

    /// <summary>Keeps a result.</summary>
    public string Keep(string asked, T result) => Keep(Encoding.UTF8.GetBytes(asked), result);

    /// <summary>A result; <c>null</c> when it is no longer kept.</summary>
    public T? Find(string name)
    {
        lock (_turn) return _results.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Result;
    }
}
