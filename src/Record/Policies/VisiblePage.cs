using Voltloop.Record.Ports;

namespace Voltloop.Record.Policies;

/// <summary>Fills a page with what a reader may see, so that neither its length nor its cursor tells of what was left out.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="fetch">Reads a page of the store, of a size.</param>
/// <param name="show">The item as the reader may see it, or <c>null</c>.</param>
internal sealed class VisiblePage<T>(Func<string?, int, ValueTask<Page<T>>> fetch, Func<T, ValueTask<T?>> show)
    where T : class
{
    /// <summary>Most pages of the store that are looked through for one page.</summary>
    public const int MaxPages = 1000;

    private const int MaxSize = 500;

    public async ValueTask<Page<T>> ReadAsync(string? sealedCursor, int limit)
    {
        var items = new List<T>();
        var (cursor, skip) = SealedCursor.Open(sealedCursor);
        // Mostly all is visible, so one page a little longer than asked is enough; where much is hidden, the pages grow.
        var size = Math.Clamp(limit + 1, 2, MaxSize);
        for (var pages = 0; pages < MaxPages; pages++, size = Math.Min(size * 2, MaxSize))
        {
            var page = await fetch(cursor, size);
            for (var i = skip; i < page.Items.Count; i++)
            {
                if (await show(page.Items[i]) is not { } visible) continue;
                if (items.Count == limit) return new Page<T>(items, SealedCursor.Seal(cursor, i));
                items.Add(visible);
            }

            if (page.Next is null) return new Page<T>(items, null);
            (cursor, skip) = (page.Next, Math.Max(0, skip - page.Items.Count));
        }

        return new Page<T>(items, SealedCursor.Seal(cursor, 0));
    }
}
