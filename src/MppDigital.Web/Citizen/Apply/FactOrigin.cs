using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>Where a held fact came from, in words.</summary>
internal static class FactOrigin
{
    /// <summary>What the national login knows of its owner; no register said it.</summary>
    private const string Account = "account.";

    public static bool IsAccount(string source) => source.StartsWith(Account, StringComparison.Ordinal);

    public static string NameOf(string source) =>
        IsAccount(source) ? Language.Pick("Akun Anda", "Your account") : ServiceWords.Register(source) ?? source;
}
