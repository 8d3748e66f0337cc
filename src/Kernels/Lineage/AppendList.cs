namespace Voltloop.Kernels.Lineage;

/// <summary>
/// A list that one writer appends to while others read what was in it when they were given its pieces: nothing that is in it
/// ever moves.
/// </summary>
/// <typeparam name="T">What is in it.</typeparam>
internal sealed class AppendList<T>
{
    private const int Bits = 12;
    private const int PerPiece = 1 << Bits;

    /// <summary>Items.</summary>
    public int Count { get; private set; }

    /// <summary>The pieces as of now; good for all items that are in the list now.</summary>
    public T[][] Pieces { get; private set; } = [];

    /// <summary>An item by its place, to be read or changed.</summary>
    public static ref T At(T[][] pieces, int place) => ref pieces[place >> Bits][place & (PerPiece - 1)];

    /// <summary>Appends an item.</summary>
    public void Add(T item)
    {
        var piece = Count >> Bits;
        if (piece == Pieces.Length) Pieces = Grown();
        (Pieces[piece] ??= new T[PerPiece])[Count & (PerPiece - 1)] = item;
        Count++;
    }

    private T[][] Grown()
    {
        var grown = new T[Math.Max(4, Pieces.Length * 2)][];
        Pieces.CopyTo(grown, 0);
        return grown;
    }
}
