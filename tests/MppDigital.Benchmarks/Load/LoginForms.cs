using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace MppDigital.Benchmarks.Load;

/// <summary>Forms of the login, each from a browser that was never here: the page, then what is typed into it.</summary>
internal sealed partial class LoginForms(HttpClient client, int port)
{
    private readonly string origin = Loopback.Origin("login", port);

    /// <returns>What failed; null when a session began.</returns>
    public async Task<string?> SignInAsync(string who, string password)
    {
        var answer = await SendAsync(who, password);
        return answer.Status == HttpStatusCode.Redirect && answer.HasSession ? null : $"{(int)answer.Status} {answer.Body[..Math.Min(answer.Body.Length, 200)]}";
    }

    public Task<FormAnswer> SendAsync(string who, string password) => PostAsync("/masuk", new() { ["nik"] = who, ["password"] = password });

    public Task<FormAnswer> ForgetAsync(string who) => PostAsync("/lupa", new() { ["who"] = who });

    private async Task<FormAnswer> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var page = await client.GetAsync(origin + path);
        foreach (Match hidden in HiddenField().Matches(await page.Content.ReadAsStringAsync())) fields[hidden.Groups["name"].Value] = WebUtility.HtmlDecode(hidden.Groups["value"].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, origin + path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Cookie", string.Join("; ", CookiesOf(page).Select(c => c.Split(';')[0])));
        var clock = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return new FormAnswer(answer.StatusCode, CookiesOf(answer).Any(c => c.StartsWith("mpp-login=", StringComparison.Ordinal)), body, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}

/// <param name="Milliseconds">Of the form alone.</param>
internal sealed record FormAnswer(HttpStatusCode Status, bool HasSession, string Body, double Milliseconds);
