using MppDigital.Web.Starting;

var builder = WebApplication.CreateBuilder(args);
builder.AddMppDigital();
var app = builder.Build();
app.UseMppDigital();
return await app.StartUpAsync();

// Named so that tests can start the program as it is.
public partial class Program;
