namespace MppDigital.Web.Components.Layouts;

/// <param name="Path">Current where the address is this or lies below it; <c>/</c> only where it is exactly this.</param>
public sealed record NavItem(string Path, string Label, string Icon = "")
{
    public bool Covers(string path) => path == Path || (Path.Length > 1 && path.StartsWith(Path, StringComparison.Ordinal) && path[Path.Length] == '/');
}
