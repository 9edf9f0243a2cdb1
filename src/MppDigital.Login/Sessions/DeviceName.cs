namespace MppDigital.Login.Sessions;

/// <summary>Browser and system in two words, so that people recognise their own devices; the rest of what a browser tells is dropped.</summary>
public static class DeviceName
{
    public const int Longest = 40;

    // The order matters: Edge and Samsung's browser call themselves Chrome, and Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>For example <c>Chrome, Android</c>; null when nothing is recognised.</returns>
    public static string? Of(string? userAgent) =>
        (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            (null, var system) => system,
            (var browser, null) => browser,
            var (browser, system) => $"{browser}, {system}",
        };

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Mark, StringComparison.Ordinal) is true).Name;
}
