namespace Voltloop.Health.ShowWindow;

/// <summary>Keeps the answers that were asked for last.</summary>
/// <param name="most">How many.</param>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _turn = new();
    private readonly LinkedList<(TKey Key, TValue Value)> _kept = [];

    /// <summary>The answer, made when it is not kept; two who ask at once may both make it.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> make)
    {
        if (Find(key) is { } node) return node.Value.Value;
        var made = await make();
        lock (_turn)
        {
            _kept.AddFirst((key, made));
            if (_kept.Count > most) _kept.RemoveLast();
        }

        return made;
    }

    private LinkedListNode<(TKey Key, TValue Value)>? Find(TKey key)
    {
        lock (_turn)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (!EqualityComparer<TKey>.Default.Equals(node.Value.Key, key)) continue;
                _kept.Remove(node);
                _kept.AddFirst(node);
                return node;
            }
        }

        return null;
    }
}
