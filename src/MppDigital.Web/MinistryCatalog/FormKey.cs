namespace MppDigital.Web.MinistryCatalog;

/// <summary>The key that a page puts into its form, so that a form sent twice does its work once.</summary>
internal static class FormKey
{
    public const string Field = "kunci";

    public static string? Of(IFormCollection form) => form[Field] is [{ } text] && Guid.TryParse(text, out var key) ? key.ToString() : null;
}
