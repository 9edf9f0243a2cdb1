using System.Globalization;
using System.Resources;

namespace MppDigital.Web.Components.Voice;

/// <summary>The words about complaints, tips and consultation for citizens, officers and the ministry, in the language of the page.</summary>
internal static class VoiceTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.Components.Voice.VoiceTexts", typeof(VoiceTexts).Assembly);

    public static string Say(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string Say(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Say(key), values);
}
