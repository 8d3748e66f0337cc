namespace Voltloop.Web.Composition;

/// <summary>Folder of the store.</summary>
/// <param name="Path">Its path.</param>
public sealed record StoreDirectory(string Path);
