using System.Globalization;

namespace MppDigital.Login.Accounts;

/// <summary>Length and not being guessable count; classes of symbols only make people write passwords down (NIST SP 800-63B, 5.1.1.2).</summary>
internal static class PasswordRules
{
    public const int Shortest = 10;

    /// <summary>Longer ones would only make the hash expensive.</summary>
    public const int Longest = 200;

    /// <summary>A date hidden in a long sentence gives nothing away; one that is most of the password does.</summary>
    private const int LongEnoughForAnything = 16;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <summary>What is wrong with it, as a sentence; null when it is good.</summary>
    /// <param name="person">Whose own facts do not belong into the password; null where nothing is known.</param>
    public static string? Fault(string? password, PersonalData? person)
    {
        if (password is not { Length: >= Shortest }) return AccountTexts.PasswordShort;
        if (password.Length > Longest) return AccountTexts.PasswordLong;
        if (IsCommon(password)) return AccountTexts.PasswordCommon;
        return person is not null && IsPersonal(password, person) ? AccountTexts.PasswordPersonal : null;
    }

    /// <summary>One word of the list with figures and signs around it, however it is spelt, or twice; a row of keys; hardly any different letter.</summary>
    private static bool IsCommon(string password)
    {
        var plain = password.ToLowerInvariant();
        if (plain.Distinct().Count() < 5 || IsRow(plain) || RepeatsItself(plain) || Common.Value.Contains(plain)) return true;
        foreach (var word in (string[])[Letters(Core(plain)), Letters(Unspelt(Core(plain)))])
        {
            if (Common.Value.Contains(word)) return true;
            if (word.Length % 2 == 0 && word.Length > 0 && word[..(word.Length / 2)] == word[(word.Length / 2)..] && Common.Value.Contains(word[..(word.Length / 2)])) return true;
        }

        return false;
    }

    private static bool IsPersonal(string password, PersonalData person)
    {
        if (person.Nik is { } nik && password.Contains(nik, StringComparison.Ordinal)) return true;
        if (person.Name is { Length: > 5 } name && Squeezed(password).Contains(Squeezed(name), StringComparison.Ordinal)) return true;
        if (password.Length >= LongEnoughForAnything) return false;
        if (person.Phone is { Length: > 6 } phone && password.Contains(phone[4..], StringComparison.Ordinal)) return true;
        if (person.Email is { } email && email.Split('@')[0] is { Length: > 5 } mailbox && password.Contains(mailbox, StringComparison.OrdinalIgnoreCase)) return true;
        return person.BirthDate is { } birth
            && ((string[])["ddMMyyyy", "yyyyMMdd", "ddMMyy"]).Any(form => password.Contains(birth.ToString(form, CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>Each character one step after (or before) the one before: 1234567890, zyxwvut….</summary>
    private static bool IsRow(string text) => ((int[])[1, -1]).Any(step => text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First == step || (pair.First == '9' && pair.Second == '0')));

    private static bool RepeatsItself(string text) => Enumerable.Range(1, 5).Any(unit => text.Skip(unit).Zip(text).All(pair => pair.First == pair.Second));

    /// <summary>Without the figures and signs around it.</summary>
    private static string Core(string text) => string.Concat(text.SkipWhile(c => !char.IsLetter(c)).Reverse().SkipWhile(c => !char.IsLetter(c)).Reverse());

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Unspelt(string text) => string.Concat(text.Select(c => c switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    private static string Squeezed(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("MppDigital.Login.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
