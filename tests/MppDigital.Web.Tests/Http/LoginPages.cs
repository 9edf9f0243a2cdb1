using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Web.Tests.Http;

/// <summary>Opens pages of the login and sends their forms as a browser without scripts does.</summary>
internal static partial class LoginPages
{
    /// <summary>Fills in the form of that name and follows where it leads.</summary>
    public static async Task<(Uri Address, Answer Page)> SubmitAsync(this MppClient client, Uri address, Answer page, string form, Dictionary<string, string> fields)
    {
        var (next, answer) = (address, await client.PostFormAsync(address, page, form, fields));
        return answer.Headers.Location is { } location ? await client.FollowAsync(new Uri(next, location)) : (next, answer);
    }

    public static Task<Answer> PostFormAsync(this MppClient client, Uri address, Answer page, string form, Dictionary<string, string> fields)
    {
        var own = Form().Matches(page.Text).Select(m => m.Value).FirstOrDefault(f => f.Contains($"value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{address} has no form {form}: {page}");
        var sent = HiddenField().Matches(own).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        foreach (var (name, value) in fields) sent[name] = value;
        return client.SendAsync(address, HttpMethod.Post, new Call { Content = new FormUrlEncodedContent(sent) });
    }

    /// <summary>The latest message to a number or address, which in Development is a line of a file.</summary>
    public static string MessageTo(this RunningProgram program, string address)
    {
        var folder = program.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.DataDirectory;
        using var reader = new StreamReader(new FileStream(Path.Combine(folder, "outbox.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
            .Last(m => m.GetProperty("to").GetString() == address).GetProperty("text").GetString()!;
    }

    public static string CodeTo(this RunningProgram program, string address) => Digits().Match(program.MessageTo(address)).Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Digits();
}
