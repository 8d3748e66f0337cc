namespace Voltloop.App.Preservation;

/// <summary>Folder of the store.</summary>
/// <param name="Path">Its path.</param>
public sealed record StoreDirectory(string Path);
