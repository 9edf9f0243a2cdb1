using System.Net;
using System.Text.RegularExpressions;

namespace MppDigital.Web.Tests.Http;

/// <summary>A form as it stands on a page, with its hidden fields, sent as a browser without script would.</summary>
internal static partial class PageForm
{
    public const string Token = "__RequestVerificationToken";
    public const string Handler = "_handler";

    public static async Task<Answer> SendAsync(MppClient who, string host, string path, string handler, params (string Name, string Value)[] fields)
    {
        var filled = (await HiddenAsync(who, host, path, handler)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PostAsync(who, host, path, filled, multipart: false);
    }

    /// <summary>The hidden fields of one form of the page, the token among them.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> HiddenAsync(MppClient who, string host, string path, string handler)
    {
        var page = (await who.GetAsync(host, path)).Expect(200);
        var form = Form().Matches(page.Text).Select(m => m.Value).FirstOrDefault(f => f.Contains($"name=\"{Handler}\" value=\"{handler}\"", StringComparison.Ordinal));
        Assert.True(form is not null, $"{host}{path} has no form {handler}: {page}");
        return [.. Input().Matches(form!).Select(m => m.Value).Where(i => i.Contains("type=\"hidden\"", StringComparison.Ordinal)).Select(i => KeyValuePair.Create(PartOf(i, "name"), PartOf(i, "value")))];
    }

    public static async Task<Answer> PostAsync(MppClient who, string host, string path, IEnumerable<KeyValuePair<string, string>> fields, bool multipart, string? cookie = null)
    {
        using HttpContent content = multipart ? Multipart(fields) : new FormUrlEncodedContent(fields);
        return await who.SendAsync(host, HttpMethod.Post, path, new Call { Content = content, WithoutCsrf = true, Cookie = cookie });
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), $"\"{name}\"");
        return form;
    }

    private static string PartOf(string input, string name) => WebUtility.HtmlDecode(Regex.Match(input, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
