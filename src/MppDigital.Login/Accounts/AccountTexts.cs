using System.Globalization;
using System.Resources;
using MppDigital.Platform.Identification;

namespace MppDigital.Login.Accounts;

/// <summary>What to do about a wrong answer, in the language of the page: Indonesian, or English where chosen.</summary>
internal static class AccountTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Login.Accounts.AccountTexts", typeof(AccountTexts).Assembly);

    public static string Name => Get(nameof(Name));

    public static string BirthDate => Get(nameof(BirthDate));

    public static string BirthDateOfNik => Get(nameof(BirthDateOfNik));

    public static string Phone => Get(nameof(Phone));

    public static string Email => Get(nameof(Email));

    public static string MotherName => Get(nameof(MotherName));

    public static string AppCode => Get(nameof(AppCode));

    public static string CurrentPassword => Get(nameof(CurrentPassword));

    public static string ContactSame => Get(nameof(ContactSame));

    public static string PasskeyName => Get(nameof(PasskeyName));

    public static string Certificate => Get(nameof(Certificate));

    public static string Reason => Get(nameof(Reason));

    public static string UserName => Get(nameof(UserName));

    public static string UserNameTaken => Get(nameof(UserNameTaken));

    public static string TypedCode => Get(nameof(TypedCode));

    public static string PasswordShort => Get(nameof(PasswordShort));

    public static string PasswordLong => Get(nameof(PasswordLong));

    public static string PasswordCommon => Get(nameof(PasswordCommon));

    public static string PasswordPersonal => Get(nameof(PasswordPersonal));

    public static string Of(NikFault fault) => Get($"Nik{fault}");

    /// <summary>A message that is sent; there is one for each key that begins with <c>Message</c>.</summary>
    public static string Message(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get($"Message{key}"), values);

    // A key without its text is a mistake of ours that a test finds; the key is better than an empty line.
    private static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
