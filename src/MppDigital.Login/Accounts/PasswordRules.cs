namespace MppDigital.Login.Accounts;

/// <summary>Length and not being guessable count; classes of symbols only make people write passwords down (NIST SP 800-63B, 5.1.1.2).</summary>
internal static class PasswordRules
{
    public const int Shortest = 10;

    /// <summary>Longer ones would only make the hash expensive.</summary>
    public const int Longest = 200;

    /// <summary>What people type first when ten characters are asked for. Compared without capitals.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "12345678910", "0123456789", "123456789a", "1q2w3e4r5t", "qwertyuiop", "qwerty12345", "qwerty1234", "password12", "password123",
        "password1234", "katasandi1", "katasandi123", "indonesia1", "indonesia123", "indonesia45", "merdeka1945", "bismillah1", "bismillah123", "sayangku123",
        "sayang12345", "iloveyou123", "admin12345", "administrator", "rahasia123", "rahasia1234", "abcdefghij", "abcd123456", "abc1234567", "aaaaaaaaaa",
        "1111111111", "0000000000", "letmein123", "welcome123", "welcome1234", "qazwsxedcrfv", "pancasila1", "garuda1945", "jakarta123", "bandung123",
        "surabaya123", "alhamdulillah", "assalamualaikum", "selamatpagi", "terserah123", "lupapassword", "gantipassword", "passwordku", "kucing12345", "persib1933",
    };

    /// <summary>What is wrong with it, as a sentence; null when it is good.</summary>
    public static string? Fault(string? password, string? nik, string? name)
    {
        if (password is not { Length: >= Shortest }) return AccountTexts.PasswordShort;
        if (password.Length > Longest) return AccountTexts.PasswordLong;
        if (Common.Contains(password) || password.Distinct().Count() < 4) return AccountTexts.PasswordCommon;
        var personal = (nik is { Length: > 5 } && password.Contains(nik, StringComparison.Ordinal)) || (name is { Length: > 5 } && password.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return personal ? AccountTexts.PasswordPersonal : null;
    }
}
